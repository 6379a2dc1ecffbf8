using System.Runtime.InteropServices;

namespace ScriptHost.Traces;

/// <summary>What is in a stretch of JSON and not in its <see cref="Skeleton"/>.</summary>
/// <param name="BoneEnd">Where the bone before it ends, in all bones.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Depth">How much deeper it is than the stretch's beginning.</param>
/// <param name="Slot">Which of the ranges it is.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SkeletonGap(int BoneEnd, SkeletonGapKind Kind, int Depth, int Slot);
