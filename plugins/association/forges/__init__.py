"""What is wrong, as GitHub, Forgejo and GitLab show it beside the lines of a change. Pure."""
