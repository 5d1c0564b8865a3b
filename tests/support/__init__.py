"""What several tests share: browser, sites, the built book, and how to answer an exercise."""
