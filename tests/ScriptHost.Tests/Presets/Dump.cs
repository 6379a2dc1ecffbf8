using System.Collections;
using System.Globalization;
using System.Reflection;

namespace ScriptHost.Presets;

/// <summary>What a record holds, as text, but for where it was stated: for comparing records that hold lists.</summary>
internal static class Dump
{
    private static readonly string[] Places = ["Line", "Column", "Kind", "EqualityContract"];

    public static string Of(object? value) => value switch
    {
        null => "null",
        string text => $"'{text}'",
        IFormattable plain => plain.ToString(null, CultureInfo.InvariantCulture),
        bool flag => $"{flag}",
        System.Text.Json.Nodes.JsonNode json => json.ToJsonString(),
        IEnumerable items => $"[{string.Join(", ", items.Cast<object?>().Select(Of))}]",
        _ => $"{value.GetType().Name}({string.Join(", ", value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.PropertyType != typeof(Origin) && !Places.Contains(p.Name))
            .Select(p => $"{p.Name}: {Of(p.GetValue(value))}"))})",
    };
}
