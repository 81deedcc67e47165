/** Zig's builtins. */
export const BUILTINS = `
@addWithOverflow @alignCast @alignOf @as @asyncCall @atomicLoad @atomicRmw @atomicStore @bitCast
@bitOffsetOf @boolToInt @bitSizeOf @breakpoint @byteSwap @bitReverse @byteOffsetOf @call @cDefine @cImport
@cInclude @clz @cmpxchgStrong @cmpxchgWeak @compileError @compileLog @ctz @cUndef @divExact @divFloor
@divTrunc @embedFile @enumToInt @errorName @errorReturnTrace @errorToInt @errSetCast @export @fence @field
@fieldParentPtr @floatCast @floatToInt @Frame @frame @frameAddress @frameSize @hasDecl @hasField @import
@intCast @intToEnum @intToError @intToFloat @intToPtr @memcpy @memset @mod @mulWithOverflow @panic @popCount
@ptrCast @ptrToInt @rem @returnAddress @setAlignStack @setCold @setEvalBranchQuota @setFloatMode
@setRuntimeSafety @shlExact @shlWithOverflow @shrExact @shuffle @sizeOf @splat @sqrt @sin @cos @exp @exp2
@log @log2 @log10 @fabs @floor @ceil @trunc @round @subWithOverflow @tagName @This @truncate @Type @typeInfo
@typeName @TypeOf @unionInit @Vector @newStackCall @OpaqueType @sliceToBytes @bytesToSlice comptime_int
`
