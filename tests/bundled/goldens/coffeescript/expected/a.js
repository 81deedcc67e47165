(function() {
  var A, list, n, s, square,
    bind = function(fn, me){ return function(){ return fn.apply(me, arguments); }; },
    extend = function(child, parent) { for (var key in parent) { if (hasProp.call(parent, key)) child[key] = parent[key]; } function ctor() { this.constructor = child; } ctor.prototype = parent.prototype; child.prototype = new ctor(); child.__super__ = parent.prototype; return child; },
    hasProp = {}.hasOwnProperty,
    slice = [].slice;

  square = function(x) {
    return x * x;
  };

  list = (function() {
    var i, results;
    results = [];
    for (n = i = 1; i <= 3; n = ++i) {
      if (n !== 2) {
        results.push(square(n));
      }
    }
    return results;
  })();

  A = (function(superClass) {
    extend(A, superClass);

    function A() {
      var name, rest;
      name = arguments[0], rest = 2 <= arguments.length ? slice.call(arguments, 1) : [];
      this.name = name != null ? name : "Hé";
      this.say = bind(this.say, this);
      A.__super__.constructor.apply(this, arguments);
    }

    A.prototype.say = function() {
      return alert(this.name + " " + list);
    };

    return A;

  })(B);

  switch (x) {
    case 1:
    case 2:
      y();
      break;
    default:
      if ((typeof w !== "undefined" && w !== null) && !v) {
        z();
      }
  }

  raw();

  s = "é \"quoted\"\n  more";

}).call(this);
