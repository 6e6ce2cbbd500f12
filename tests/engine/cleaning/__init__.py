"""What the detectors make of cases, and what taking in costs: `python -m cleaning [FOLDER]`."""
