using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ScriptHost.Scoring;

/// <summary>Binds the properties of a class scorer to settings.</summary>
/// <param name="scorer">The instance whose properties are set.</param>
/// <param name="options">The scorer's.</param>
/// <param name="settings">What settings are given instead of their defaults.</param>
/// <param name="fault">Told what is wrong, by code and the rest of a sentence about the scorer.</param>
internal sealed class PropertyBinding(object? scorer, Lazy<JsonSerializerOptions> options, JsonObject settings, Action<string, string> fault)
{
    private readonly NullabilityInfoContext nullability = new();
    private readonly SettingReading reading = new(options);

    /// <summary>The bound property, set; null when something is wrong with it.</summary>
    public BoundParameter? Bind(ClassSetting setting)
    {
        var (property, value) = setting;
        var (name, type, known) = (property.Name, property.PropertyType, nullability.Create(property));
        var written = CSharpName.Of(known);
        if (!SettingType.IsSupported(type))
        {
            fault(FaultCode.SettingType, $"has a settable property '{name}' of type '{written}'; a setting must be {SettingType.Right}. Make the setter private if it is none.");

            return null;
        }

        var isNullable = known.WriteState == NullabilityState.Nullable || (value is null && !type.IsValueType);
        var standard = ScriptJson.TextOf(reading.Write(value));
        var description = new EntryParameter(name, written, Subject: null, isNullable, standard) { Choices = SettingType.Choices(type) };
        if (!settings.TryGetPropertyValue(name, out var given))
        {
            return new(description, (_, _) => value);
        }

        if (!reading.Fits(type, isNullable, given))
        {
            fault(FaultCode.SettingValue, $"takes the setting '{name}' as '{written}'; {ScriptJson.TextOf(given)} does not fit.{SettingType.Values(type, given)}");

            return null;
        }

        var (_, thrown) = ScorerRunner.Attempt(() =>
        {
            property.SetValue(scorer, given.Deserialize(type, options.Value));

            return true;
        });
        if (thrown is not null)
        {
            fault(FaultCode.SettingValue, $"does not take {ScriptJson.TextOf(given)} as its setting '{name}': {ScorerRunner.MessageOf(thrown)}");

            return null;
        }

        return new(description, (_, _) => value);
    }
}
