"""What is owed to the people in the directory: how long they stay, and how they leave."""
