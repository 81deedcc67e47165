---
---
# A comment
square = (x) -> x * x
list = (square n for n in [1..3] when n isnt 2)
class A extends B
  constructor: (@name = "{{ site.greet }}", rest...) -> super
  say: => alert "#{@name} #{list}"
switch x
  when 1, 2 then y()
  else z() if w? and not v
`raw()`
s = """
  é "quoted"
    more
"""
