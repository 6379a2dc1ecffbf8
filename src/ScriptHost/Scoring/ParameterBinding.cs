using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using ScriptHost.Contract;

namespace ScriptHost.Scoring;

/// <summary>Binds an entry's parameters by their names: to subjects, and to settings.</summary>
/// <param name="options">The script's.</param>
/// <param name="stated">The defaults that the definition states, for people.</param>
/// <param name="settings">What settings are given instead of their defaults.</param>
/// <param name="fault">Told what is wrong, by code and the rest of a sentence about the scorer.</param>
internal sealed class ParameterBinding(
    Lazy<JsonSerializerOptions> options,
    IReadOnlyDictionary<string, object?> stated,
    JsonObject settings,
    Action<string, string> fault)
{
    private readonly NullabilityInfoContext nullability = new();
    private readonly SettingReading reading = new(options);

    /// <summary>Whether a parameter with a default is a setting; a class has properties for that.</summary>
    public bool TakesSettings { get; init; } = true;

    /// <summary>The bound parameter; null when something is wrong with it.</summary>
    public BoundParameter? Bind(ParameterInfo parameter)
    {
        var name = parameter.Name ?? "";
        if (ParameterForm.Refused(parameter) is { } form)
        {
            fault(FaultCode.ParameterForm, $"takes '{name}' as '{form}'; it must take it by value.");

            return null;
        }

        if (SubjectName.Find(name) is { } subject)
        {
            return BindSubject(parameter, name, subject);
        }

        if (!TakesSettings || !parameter.HasDefaultValue || SubjectName.IsSubjectType(parameter.ParameterType))
        {
            RefuseUnknown(parameter, name);

            return null;
        }

        return BindSetting(parameter, name);
    }

    private BoundParameter? BindSubject(ParameterInfo parameter, string name, Subject subject)
    {
        var known = nullability.Create(parameter);
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        if (!SubjectType.Fits(subject, type, options))
        {
            fault(FaultCode.SubjectType, $"takes '{name}' as '{CSharpName.Of(known)}'; it can be taken as {SubjectType.Right(subject)}.");

            return null;
        }

        return new(new(name, CSharpName.Of(known), subject, IsNullable(parameter, known), Default: null), ArgumentOf(subject, name, type));
    }

    private Argument ArgumentOf(Subject subject, string name, Type type)
    {
        var subjects = new SubjectReading(name, type, options);

        return subject switch
        {
            Subject.Trace => (unit, _) => new Trace(unit.Oldest),
            Subject.Session => (unit, _) => new Session(unit.SessionId ?? "", unit.Traces),
            Subject.CancellationToken => (_, deadline) => deadline,
            Subject.Expectations => (unit, _) => unit.SessionId is null && subjects.TryRead(unit.Oldest.Expectations, out var value) ? value : subjects.Read(Trace.Merge(unit.Traces)),
            _ when type == typeof(string) => (unit, _) => SubjectText.TextOf(subject, unit.Oldest),
            _ => (unit, _) => SubjectText.Of(subject, unit.Oldest) is { IsNothing: false } text ? subjects.Read(text) : null,
        };
    }

    private BoundParameter? BindSetting(ParameterInfo parameter, string name)
    {
        var type = parameter.ParameterType;
        var known = nullability.Create(parameter);
        if (!SettingType.IsSupported(type))
        {
            fault(FaultCode.SettingType, $"has a setting '{name}' of type '{CSharpName.Of(known)}'; a setting must be {SettingType.Right}.");

            return null;
        }

        var value = SettingReading.Default(parameter);
        var isNullable = IsNullable(parameter, known) || (value is null && !type.IsValueType);
        var json = reading.Write(value);
        var shown = stated.TryGetValue(name, out var real) ? Stated(name, type, isNullable, real) : json;
        var description = new EntryParameter(name, CSharpName.Of(known), Subject: null, isNullable, ScriptJson.TextOf(shown)) { Choices = SettingType.Choices(type) };
        if (!settings.TryGetPropertyValue(name, out var given))
        {
            return new(description, (_, _) => value);
        }

        if (!reading.Fits(type, isNullable, given))
        {
            fault(FaultCode.SettingValue, $"takes the setting '{name}' as '{CSharpName.Of(known)}'; {ScriptJson.TextOf(given)} does not fit.{SettingType.Values(type, given)}");

            return null;
        }

        return new(description, reading.Argument(type, given));
    }

    private JsonNode? Stated(string name, Type type, bool isNullable, object? real)
    {
        var json = real is not null && SettingType.IsSupported(real.GetType()) ? reading.Write(real) : null;
        if (!SettingReading.IsOf(type, real) && (!reading.Fits(type, isNullable, json) || (json is null && real is not null)))
        {
            fault(FaultCode.StatedDefault, $"states a default for the setting '{name}' that '{CSharpName.Of(type)}' cannot take.");
        }

        return json;
    }

    private void RefuseUnknown(ParameterInfo parameter, string name)
    {
        var written = $"{CSharpName.Of(nullability.Create(parameter))} {name}";
        if (SubjectName.Meant(parameter) is { } meant)
        {
            fault(
                FaultCode.MisspeltSubject,
                $"takes '{written}', which the host does not know; did you mean '{meant}'? A setting {(TakesSettings ? "needs a default value" : "must be a public property")}.");
        }
        else
        {
            fault(
                FaultCode.UnknownParameter,
                $"takes '{written}', which the host does not know; {(TakesSettings ? "give it a default value" : "make it a public property with a setter")} to make it a setting, or take {SubjectName.All}.");
        }
    }

    // Without annotations nothing is known; only `object` says by itself that it takes anything.
    private static bool IsNullable(ParameterInfo parameter, NullabilityInfo known) => known.WriteState switch
    {
        NullabilityState.Nullable => true,
        NullabilityState.Unknown => parameter.ParameterType == typeof(object),
        _ => false,
    };
}
