"""What machines read: feeds, calendars, structured data, the sitemap. Pure: entries to bytes."""
