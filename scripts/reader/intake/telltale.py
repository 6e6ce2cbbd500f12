"""Words that tell furniture from text: what pages say around an article, in the languages they say it in.

A phrase is written as its words in small letters, with single spaces and no signs; it is found as whole
words. A class is a feature of the models (`weights.tsv`) and never a verdict: “share” also stands in prose.
"""

from __future__ import annotations

TELLTALE: dict[str, str] = {
    "share": """
        share; share this; share on; shares; tweet; retweet; pin it; pin; email; e
        mail; facebook; twitter; linkedin; whatsapp; pinterest; reddit; instagram;
        telegram; tumblr; flipboard; youtube; messenger; print; copy link; like
        this; follow us; follow me; follow on; like us; rss; teilen; drucken;
        partager; imprimer; compartir; compartilhar; condividi; поделиться;
        подписаться; вконтакте; одноклассники; твитнуть; شارك; اشتراک گذاری; 分享;
        シェア; ツイート; paylaş; del; udostępnij; delen; click to tweet; buffer; google
        plus; snapchat; viber; line; skype; hatena; feedly; sharing is caring""",
    "subscribe": """
        subscribe; subscribed; subscription; newsletter; newsletters; sign up; sign
        up for; your inbox; breaking news alerts; get the latest; email address; e
        mail address; enter your email; unsubscribe; join us; become a member;
        support our; donate; contribute; free trial; daily briefing; abonnieren;
        abonnement; newsletter bestellen; anmelden; abonnez; s abonner; suscríbete;
        suscribirse; assine; inscreva; iscriviti; подпишитесь; подписка; рассылка;
        подписывайтесь; خبرنامه; عضویت; メルマガ; 登録; 订阅; abone ol; join our; don t
        miss; special reports; delivered weekday mornings; push notifications;
        notifications""",
    "account": """
        log in; login; sign in; signin; register; my account; password; create account; sign out;
        logout; log out; forgot; username; einloggen; registrieren; connexion; se connecter; iniciar
        sesión; entrar; accedi; войти; регистрация; вход; пароль; ورود; ثبت نام; ログイン; 登录; giriş""",
    "comments": """
        comment; comments; leave a comment; leave a reply; leave a response; post a comment; reply;
        replies; be the first; add a comment; view comments; no comments; commenting; commenter; cancel
        reply; your email address will not be published; required fields; report abuse; upvote;
        downvote; recommended by; kommentar; kommentare; antworten; commentaire; commentaires; répondre;
        comentarios; comentários; responder; commenti; rispondi; комментарии; комментарий; комментариев;
        ответить; نظر; نظرات; دیدگاه; コメント; 评论; yorum; yorumlar; join the discussion; join the
        conversation; log in to post; top rated""",
    "legal": """
        copyright; all rights reserved; rights reserved; terms of use; terms of service; terms and
        conditions; privacy policy; privacy; cookie; cookies; cookie policy; user agreement; disclaimer;
        do not sell; ad choices; adchoices; gdpr; imprint; impressum; datenschutz; nutzungsbedingungen;
        agb; alle rechte vorbehalten; tous droits réservés; mentions légales; confidentialité; aviso
        legal; privacidad; todos los derechos; todos os direitos; política de privacidade; tutti i
        diritti riservati; права защищены; все права; политика конфиденциальности; персональных данных;
        tüm hakları; حقوق; تمامی حقوق; 版权; 著作権; reprint; may not be published; may not be reproduced;
        broadcast rewritten; recaptcha; spam; accessibility""",
    "nav": """
        home; menu; search; skip to; main content; contact; contact us; about; about
        us; sitemap; site map; navigation; categories; category; archives; archive;
        sections; topics; next; previous; next post; previous post; back to top;
        top; view all; see all; show more; load more; more; toggle; close; faq;
        help; careers; jobs; advertise; press; staff; masthead; rss feed; mobile;
        apps; shop; store; startseite; suche; kontakt; über uns; mehr; accueil;
        recherche; plus; inicio; buscar; contacto; início; contato; cerca; главная;
        поиск; контакты; о нас; рубрики; меню; ещё; еще; разделы; خانه; جستجو; تماس;
        درباره ما; ホーム; 検索; お問い合わせ; 首页; 搜索; ana sayfa; iletişim; browse; edition;
        sponsored; languages; chevron""",
    "related": """
        related; related articles; related posts; related stories; related content;
        related topics; related news; related items; recommended; recommended
        stories; more from; more in; more on; more stories; more news; most read;
        most popular; most viewed; popular; trending; latest; latest news; latest
        stories; recent; recent posts; you may also like; you might also like; also
        read; read more; read also; see also; see more; read next; up next; don t
        miss; editor s picks; editors picks; top stories; must read; watch; around
        the web; from the web; in case you missed; what to read next; promoted;
        related tags; this story; mehr zum thema; lesen sie auch; weitere artikel;
        weitere beiträge; meistgelesen; das könnte; à lire aussi; lire aussi; sur le
        même sujet; les plus lus; te puede interesar; más leídas; relacionados; leia
        também; leia mais; veja também; mais lidas; leggi anche; articoli correlati;
        читайте также; смотрите также; по теме; похожие; материалы по теме; новости
        партнеров; популярное; самое читаемое; другие новости; مطالب مرتبط; بیشتر
        بخوانید; اخبار مرتبط; پربازدید; 関連記事; 人気記事; おすすめ; ランキング; 相关; 推荐; ilgili
        haberler; czytaj także; lees ook; read full; full story; continue reading;
        click here; here s how; related roundup; related post; related video; more
        videos; video; videos; photos; gallery; slideshow""",
    "ad": """
        advertisement; advertisements; ad; ads; sponsored; sponsored links; promoted; advertorial;
        adblock; ad blocker; anzeige; werbung; publicité; publicidad; publicidade; pubblicità; реклама;
        تبلیغات; 広告; 广告; reklam; reklama; affiliate; commission; affiliate links; buy now; deals; paid
        content; partner""",
    "byline": """
        by; von; par; por; di; автор; текст; نویسنده; staff writer; contributor;
        editor; reporter; published; updated; posted; last updated; posted on;
        posted by; published on; written by; min read; minutes read; minute read;
        last modified; times last; read times; viewed; hits; views; reads; edited
        by; reporting by; editing by; researched by; contributed reporting;
        contributed to this report; contributed to this; veröffentlicht; publiziert;
        aktualisiert; publié; mis à jour; publicado; actualizado; atualizado;
        pubblicato; aggiornato; опубликовано; обновлено; просмотров; просмотра;
        просмотры; منتشر; بازدید; تاریخ; 投稿; 更新; 公開; 发布; yayınlanma; güncelleme;
        redacción; redaktion; ago; hours ago; days ago; day ago; hour ago; minutes
        ago""",
    "author": """
        about the author; is ph d; is a phd; he has published; she has published; is a fellow; is a
        professor; is professor; is associate; is assistant; is a researcher; senior fellow; research
        fellow; is an associate; is an assistant; is a student; phd candidate; university; institute;
        department of; professor; fellow; about author; is a reporter; is a writer; is a freelance; is a
        staff; is a senior; is an editor; is the author; is the editor; is a journalist; is a
        correspondent; is a contributor; is based in; senior editor; follow him; follow her; on twitter;
        his work; her work; he is; she is; has written; has worked; über den autor; über die autorin; à
        propos de l auteur; sobre el autor; sobre o autor; об авторе; درباره نویسنده; author; authors;
        contributing writer; can be reached at; written for; lives in; joined; bio; biography;
        graduated; covers; view profile; view all posts; more by; posts by""",
    "caption": """
        photo; photos; image; images; picture; photograph; photo by; photo credit;
        image credit; getty; getty images; reuters; ap photo; afp; shutterstock;
        istock; flickr; credit; courtesy; file photo; caption; screenshot;
        illustration; via; pictured; left; right; center; above; below; foto; bild;
        quelle; crédit; crédits; fuente; imagen; imagem; crédito; divulgação;
        reprodução; фото; источник; архив; عکس; تصویر; منبع; 写真; 画像; 出典; 图;
        fotoğraf; hide caption; toggle caption; enlarge; play video; image source;
        image copyright; copyright; ap; epa; associated press; unsplash; wikimedia;
        commons; seen here; artist s""",
    "tags": """
        tags; tag; tagged; filed under; topics; topic; subjects; keywords; categories; category; in this
        article; names in this article; sources; schlagwörter; mots clés; etiquetas; теги; тэги; метки;
        برچسب; برچسب ها; タグ; 标签; etiketler; hashtags; companies; tickers""",
    "act": """
        click; click here; tap; download; learn more; find out more; buy; shop now;
        order now; get started; watch now; listen; play; pause; mute; share your;
        tell us; let us know; contact us; send us; got a tip; vote; submit; send;
        cancel; close; continue; loading; expand; collapse; view; open; select;
        choose; enter; install; browser; javascript; enable; error; try again; thank
        you; thanks; please; jetzt; hier klicken; cliquez; télécharger; haga clic;
        descargar; clique; baixar; clicca; нажмите; скачать; купить; отправить;
        کلیک; دانلود; クリック; ダウンロード; 点击; 下载; tıklayın; coupon; promo; guide; guides""",
}

# Names of months and days, and what stands beside a time
DATED = frozenset(
    """
    january february march april may june july august september october november december jan feb
    mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday
    sunday mon tue wed thu fri sat sun utc gmt est edt et pst pdt am pm ago januar februar märz mai
    juni juli oktober dezember janvier février mars avril juin juillet août septembre octobre
    novembre décembre enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre
    diciembre janeiro fevereiro março maio junho julho setembro outubro dezembro gennaio febbraio
    aprile maggio giugno luglio settembre ottobre dicembre января февраля марта апреля мая июня июля
    августа сентября октября ноября декабря ocak şubat mart nisan mayıs haziran temmuz ağustos eylül
    ekim kasım aralık فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند ژانویه
    فوریه مارس آوریل ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر یناير فبراير
    """.split()
)
