(function() {
  var c;

  c = function() {
    var d;
    return d = 5;
  };

}).call(this);
