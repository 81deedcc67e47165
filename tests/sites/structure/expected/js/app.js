var u = "/js/app.js";
