using System.Runtime.InteropServices;

namespace ScriptHost.Traces;

/// <summary>A range that was found and is no <see cref="SkeletonGap"/>: a literal, or an object that holds what else was found; told by where it begins and ends in bones.</summary>
/// <param name="Slot">Which of the ranges it is.</param>
/// <param name="First">The bone in which it begins.</param>
/// <param name="From">Where in that one.</param>
/// <param name="Last">The bone in which it ends.</param>
/// <param name="To">Where in that one.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SkeletonPart(int Slot, int First, int From, int Last, int To);
