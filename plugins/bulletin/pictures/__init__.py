"""Pictures: what a file of content holds, and the sizes and formats in which it is published.

`judging` and `drawings` look at files when the site is linked; `darkroom` makes what visitors
get. Nothing here knows a page, and Pillow is imported only where a photograph is opened.
"""
