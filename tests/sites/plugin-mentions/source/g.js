---
---
var x="@who"