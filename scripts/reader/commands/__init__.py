"""What each verb of the command line does with the stages and the disk.

A verb is a function that takes the options and returns the exit code. Its options stand in
`command_line.py`, which loads only the module of the verb that is asked for. The verbs that take texts in
have a room of their own, `taking_in`.
"""
