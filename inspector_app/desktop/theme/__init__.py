"""Theme (colours, icons, spacing, style sheet, language) and reusable widgets."""
