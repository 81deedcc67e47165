---
---
var u = "{{ page.url }}";
