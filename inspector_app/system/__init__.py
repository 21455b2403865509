"""Operating system access: directories, atomic file writes, logging, resources, hardening."""
