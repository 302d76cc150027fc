"""What a page looks like where it is sent: a picture with its title, in the ward's colours."""
