"""The models -> the settings of the web editor that a ward may switch on, and the files it is served with."""
