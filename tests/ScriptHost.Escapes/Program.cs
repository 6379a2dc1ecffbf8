using ScriptHost.Containment;
using ScriptHost.Escapes;

// ScriptHost.Escapes REGIME ATTEMPT[=ARGUMENT]…: takes on containment as a worker does, then tries. A line an attempt:
// "NAME done WHAT" or "NAME refused WHY".
if (args[0] is "entered" or "full")
{
    ContainedProcess.Enter();
}

// For measurements: nothing else is touched.
return args is [_, "wait"] ? 0 : Escaping.Run(args[0], args[1..]);
