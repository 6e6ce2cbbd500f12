"""The verbs that take texts in: files become sheets, sheets proposals, proposals folders or plain text.

What is guessed is guessed here, once; a build applies what stands in the files.
"""
