import { wordSet } from '../language.ts'

/** Functions of Lua's libraries. */
export const BUILTINS = wordSet(`
assert collectgarbage coroutine.create coroutine.isyieldable coroutine.resume coroutine.running
coroutine.status coroutine.wrap coroutine.yield debug.debug debug.gethook debug.getinfo debug.getlocal
debug.getmetatable debug.getregistry debug.getupvalue debug.getuservalue debug.sethook debug.setlocal
debug.setmetatable debug.setupvalue debug.setuservalue debug.traceback debug.upvalueid debug.upvaluejoin
dofile error getmetatable gsub io.close io.flush io.input io.lines io.open io.output io.popen io.read
io.stderr io.stdin io.stdout io.tmpfile io.type io.write ipairs load loadfile math.abs math.acos math.asin
math.atan math.ceil math.cos math.deg math.exp math.floor math.fmod math.huge math.log math.max
math.maxinteger math.min math.mininteger math.modf math.pi math.rad math.random math.randomseed math.sin
math.sqrt math.tan math.tointeger math.type math.ult next os.clock os.date os.difftime os.execute os.exit
os.getenv os.remove os.rename os.setlocale os.time os.tmpname package.config package.cpath package.loaded
package.loadlib package.path package.preload package.searchers package.searchpath pairs pcall print rawequal
rawget rawlen rawset require select setmetatable string.byte string.char string.dump string.find
string.format string.gmatch string.gsub string.len string.lower string.match string.pack string.packsize
string.rep string.reverse string.sub string.unpack string.upper table.concat table.insert table.move
table.pack table.remove table.sort table.unpack tonumber tostring type utf8.char utf8.charpattern
utf8.codepoint utf8.codes utf8.len utf8.offset xpcall
`)
