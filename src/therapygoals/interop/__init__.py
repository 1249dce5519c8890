"""To and from other systems; import the module of the format, such as ``therapygoals.interop.json``."""
