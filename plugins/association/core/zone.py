"""The association's time zone, and the day it is there. Pure."""

from zoneinfo import ZoneInfo

PARIS = ZoneInfo("Europe/Paris")
