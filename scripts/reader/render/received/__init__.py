"""What a text was received as, as the apparatus tells it."""
