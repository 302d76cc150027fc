"""Written Vietnamese -> the words an announcer or a phone's voice says, and where it takes breath.

    of          written text + the ward's abbreviations -> spoken text, without a figure or an abbreviation
    sentences   a text -> its sentences, long ones cut where a speaker breathes
    script      both at once: the lines of a loudspeaker script
    minutes     spoken text -> whole minutes of reading
    dictionary  sentences -> what to say instead of those that a voice reads wrongly

Text goes in and text comes out: nothing here opens a file, asks the day or knows the ward.
"""

from gandan.spoken.dictionary import dictionary
from gandan.spoken.sentences import BREATH, SYLLABLES_A_MINUTE, minutes, script, sentences, syllables
from gandan.spoken.speech import of

__all__ = ["BREATH", "SYLLABLES_A_MINUTE", "dictionary", "minutes", "of", "script", "sentences", "syllables"]
