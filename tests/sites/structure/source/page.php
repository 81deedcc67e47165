---
---
<?php {{ page.url }} ?>
