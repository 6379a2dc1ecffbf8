namespace ScriptHost.Comparison;

/// <summary>What is paired: what is said of one unit under one name.</summary>
/// <param name="Unit">The trace or session.</param>
/// <param name="Name">The feedback's name.</param>
/// <param name="Nth">The first, second and so on of that name; 1-based.</param>
internal readonly record struct FeedbackKey(int Unit, int Name, int Nth);
