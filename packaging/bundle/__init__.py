"""The contents of the PyInstaller bundle, its SBOM and licence notices, and reproducibility."""
