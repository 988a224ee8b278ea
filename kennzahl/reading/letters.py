"""The letters of Western Europe, for character classes of patterns."""

LOW, HIGH = "a-zß-öø-ÿœ", "A-ZÀ-ÖØ-ÞŒ"
