---
permalink: /out/c.js
---
c = -> d = 5
