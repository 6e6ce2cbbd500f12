"""Names, styles and citations of what the bibliography holds.

Pages and data files only put in place what is made here.
"""
