"""Theme: colours, spacing, icons, style sheet, language."""
