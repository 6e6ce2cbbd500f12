"""What each verb of the command line does with the stages and the disk.

A verb is a function that takes the options and returns the exit code. `build.py` loads only the module of
the verb that is asked for.
"""
