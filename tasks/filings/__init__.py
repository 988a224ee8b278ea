"""What companies filed with the US Securities and Exchange Commission: brought in, and kept on a shelf."""
