"""An editor who edits as real ones do: the kinds of edits, and how often, are those of real histories.

What became of each passage is known here from how it was made, so a test need not guess it from the words.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, replace

from drafts import CYRILLIC, LATIN, PERSIAN

DEVANAGARI = """
अकाल अधिकार अनुबंध अभियान अर्थ आकाश आदेश आयात आवाज़ इतिहास ईंधन उद्योग ऊँट ऋण एकता ओस
औषधि कपास कर्मचारी कलम कानून किताब किसान कुआँ केंद्र कोष क्षेत्र खदान खेत गाँव गेहूँ घाट
घोड़ा चाँदी चिट्ठी चुनाव छावनी जंगल जनता जहाज़ ज्ञान झील टापू ठेका डाक ढाँचा तट तलवार
तारा थाना दरबार दल दवा दीवार दूत देश धन धूप नगर नदी नमक नाव निर्यात नेता पंचायत पत्र
पर्वत पुल पूर्व प्रजा प्रांत फल फौज बंदरगाह बर्फ बाज़ार बादल बीज भवन भाषा भूमि मंत्री
मछली मज़दूर मार्ग मेला यात्रा युद्ध रक्षा राजा रेत रेल लकड़ी लहर लोहा वन वर्षा वसंत
विद्यालय शहर शांति शासन संधि संसद सड़क सभा समुद्र सरकार सीमा सेना सोना हवा हिम
""".split()
HAN = """
条约 边界 商人 河流 桥梁 春天 秋天 使者 城门 粮食 丝绸 茶叶 铁路 港口 船只 士兵 将军 总督
皇帝 议会 法律 税收 货币 银行 学校 教师 医生 农民 工人 矿山 森林 沙漠 高原 草原 海洋 岛屿
冬季 洪水 干旱 饥荒 战争 和平 联盟 敌人 朋友 书信 地图 历史 语言 宗教 寺庙 音乐 绘画 市场
价格 合同 工业 农业 渔业 能源 煤炭 石油 天然 电力 道路 车站 航线 飞机 卫星 科学 技术 发明
机器 工厂 公司 股票 债务 贸易 关税 进口 出口 人口 移民 难民 选举 政党 总统 部长 大使 外交
谈判 声明 报告 计划 预算 改革 革命 独立 主权 领土 首都 乡村 街道 房屋 花园 水井 牛羊 骆驼
""".split()
THAI = """
กฎหมาย กรุง กองทัพ การค้า เกลือ เกษตร ข้าว ข่าว แขวง ครู คลอง ความสุข เครื่องบิน งาน
เงิน จดหมาย จังหวัด ช้าง ชายแดน ชาวนา เช้า ซอย ฐานะ ดวงดาว ดิน ตลาด ต้นไม้ ตำรวจ ถนน
ทหาร ทะเล ทูต ธนาคาร ธุรกิจ นคร น้ำ บ้าน บริษัท ประชาชน ประเทศ ปลา ป่า ผลไม้ ผ้าไหม
แผนที่ ฝน พ่อค้า พระราชา พายุ เพลง ฟ้า ไฟ ภาษา ภูเขา มหาสมุทร เมือง แม่น้ำ ยุทธ โรงเรียน
รถไฟ รัฐบาล ราคา เรือ ฤดู ลม โลหะ วัด วิทยุ ศาล ศิลปะ สงคราม สนธิสัญญา สะพาน สันติ
หนังสือ หมอ หมู่บ้าน หิมะ เหมือง อาหาร อิฐ อุโมงค์ เอกสาร โอกาส
""".split()
SCRIPTS = {
    "Latin": (LATIN, " "),
    "Cyrillic": (CYRILLIC, " "),
    "Arabic": (PERSIAN, " "),
    "Devanagari": (DEVANAGARI, " "),
    "Han": (HAN, ""),
    "Thai": (THAI, ""),
}
# Of a thousand edits in ten histories of 367 revisions (see bench/ANCHORS.md); rows of lists are renumbered
# where a row is inserted or deleted
FREQUENCY = {
    "a word or two": 311,
    "inserted": 284,
    "deleted": 171,
    "words replaced": 134,
    "heading renamed": 30,
    "sentence added": 27,
    "number changed": 19,
    "sentence removed": 9,
    "moved": 5,
    "split": 4,
    "merged": 3,
    "kind changed": 3,
}
KEPT = frozenset(FREQUENCY) - {"inserted", "deleted", "split", "merged", "heading renamed"}


@dataclass(frozen=True)
class Block:
    """A passage: `who` stays what it is, whatever the words become; `number` is that of a row, or 0."""

    who: frozenset[int]
    sentences: tuple[tuple[str, ...], ...]
    heading: bool = False
    number: int = 0
    edited: str = ""

    @property
    def size(self) -> int:
        """Return the number of words."""
        return sum(map(len, self.sentences))


class Editor:
    """A text in one script, and who goes on editing it."""

    def __init__(self, script: str, chance: random.Random) -> None:
        """Begin with some passages, headings and rows."""
        self.vocabulary, self.space = SCRIPTS[script]
        self.chance = chance
        self._next = 0
        self.text = [self.block(heading=at % 5 == 0) for at in range(chance.randint(4, 14))]
        rows = [self.block(number=number) for number in range(1, chance.randint(3, 6))]
        self.text[chance.randint(0, len(self.text)) :] = rows

    def block(self, *, heading: bool = False, number: int = 0) -> Block:
        """Return a passage that nobody has seen."""
        self._next += 1
        size = 1 if heading or number else self.chance.randint(1, 4)
        sentences = tuple(self.sentence(2, 4) if heading else self.sentence(6, 14) for _ in range(size))
        return Block(frozenset({self._next}), sentences, heading, number, "inserted")

    def sentence(self, shortest: int, longest: int) -> tuple[str, ...]:
        """Return a sentence; a word seldom stands twice in it."""
        return tuple(self.chance.sample(self.vocabulary, self.chance.randint(shortest, longest)))

    def written(self, block: Block) -> str:
        """Return a passage as it stands in the text."""
        stop = "。" if not self.space else ". "
        words = stop.join(self.space.join(sentence) for sentence in block.sentences)
        return f"{block.number}. {words}" if block.number else words

    def revise(self) -> None:
        """Edit some passages, each once; more often few than many."""
        self.text = [replace(block, edited="") for block in self.text]
        for _ in range(self.chance.choice((1, 1, 1, 2, 2, 3, 5))):
            what = self.chance.choices([*FREQUENCY], [*FREQUENCY.values()])[0]
            fit = [at for at, block in enumerate(self.text) if not block.edited and self._fits(what, block)]
            if fit:
                at = self.chance.choice(fit)
                getattr(self, "_" + what.replace(" ", "_"))(at, self.text[at])
        self._renumber()

    def _fits(self, what: str, block: Block) -> bool:
        if what in ("heading renamed", "kind changed"):
            return block.heading or (what == "kind changed" and len(block.sentences) == 1)
        if what in ("sentence removed", "split"):
            return len(block.sentences) > 1
        return what in ("inserted", "deleted") or not block.heading

    def replaced(self, block: Block, share: float) -> tuple[tuple[str, ...], ...]:
        """Return the sentences with other words for a share of the words, one at least."""
        places = [(one, at) for one, words in enumerate(block.sentences) for at in range(len(words))]
        chosen = set(self.chance.sample(places, max(1, round(share * len(places)))))
        return tuple(
            tuple(
                self.chance.choice(self.vocabulary) if (one, at) in chosen else word
                for at, word in enumerate(words)
            )
            for one, words in enumerate(block.sentences)
        )

    def _a_word_or_two(self, at: int, block: Block) -> None:
        self.text[at] = replace(
            block, sentences=self.replaced(block, 1.5 / block.size), edited="a word or two"
        )

    def _words_replaced(self, at: int, block: Block) -> None:
        share = self.chance.uniform(0.1, 0.3)
        self.text[at] = replace(block, sentences=self.replaced(block, share), edited="words replaced")

    def _sentence_added(self, at: int, block: Block) -> None:
        where = self.chance.randint(0, len(block.sentences))
        new = (*block.sentences[:where], self.sentence(6, 14), *block.sentences[where:])
        self.text[at] = replace(block, sentences=new, edited="sentence added")

    def _sentence_removed(self, at: int, block: Block) -> None:
        shortest = min(range(len(block.sentences)), key=lambda one: len(block.sentences[one]))
        new = block.sentences[:shortest] + block.sentences[shortest + 1 :]
        self.text[at] = replace(block, sentences=new, edited="sentence removed")

    def _number_changed(self, at: int, block: Block) -> None:
        first, *rest = block.sentences
        new = ((*first, str(self.chance.randint(2, 99))), *rest)
        self.text[at] = replace(block, sentences=new, edited="number changed")

    def _heading_renamed(self, at: int, block: Block) -> None:
        self.text[at] = replace(block, sentences=self.replaced(block, 0.4), edited="heading renamed")

    def _kind_changed(self, at: int, block: Block) -> None:
        self.text[at] = replace(block, heading=not block.heading, number=0, edited="kind changed")

    def _moved(self, at: int, block: Block) -> None:
        del self.text[at]
        self.text.insert(self.chance.randint(0, len(self.text)), replace(block, edited="moved"))

    def _split(self, at: int, block: Block) -> None:
        where = self.chance.randint(1, len(block.sentences) - 1)
        parts = (block.sentences[:where], block.sentences[where:])
        self.text[at : at + 1] = [replace(block, sentences=part, edited="split") for part in parts]

    def _merged(self, at: int, block: Block) -> None:
        after = self.text[at + 1] if at + 1 < len(self.text) else None
        if after and not after.heading and not after.edited:
            both = block.sentences + after.sentences
            self.text[at : at + 2] = [
                replace(block, who=block.who | after.who, sentences=both, edited="merged")
            ]

    def _inserted(self, at: int, block: Block) -> None:
        self.text.insert(at, self.block(heading=block.heading, number=block.number))

    def _deleted(self, at: int, _block: Block) -> None:
        del self.text[at]

    def _renumber(self) -> None:
        number = 0
        for at, block in enumerate(self.text):
            number = number + 1 if block.number else 0
            self.text[at] = replace(block, number=number)
