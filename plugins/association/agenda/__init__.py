"""The calendar: events and a day to what is to come, what is past and in which state. Pure."""
