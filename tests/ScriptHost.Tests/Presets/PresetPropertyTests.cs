using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace ScriptHost.Presets;

/// <summary>What holds of all presets, tried on many.</summary>
public sealed class PresetPropertyTests
{
    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(300).WithEndSize(8);

    [Fact]
    public void What_is_printed_reads_back_as_the_same_manifest() =>
        Holds(PresetGen.Manifests, manifest =>
        {
            var text = ManifestPrinting.Print(manifest);
            var read = ManifestReading.Read($"presets/{manifest.Name.Value}.yaml", Encoding.UTF8.GetBytes(text));

            read.Diagnostics.ShouldBeEmpty(text);
            Dump.Of(read.Manifest).ShouldBe(Dump.Of(manifest), text);
            ManifestPrinting.Print(read.Manifest.ShouldNotBeNull()).ShouldBe(text);
        });

    [Fact]
    public void Union_is_associative() =>
        Holds(Gen.ArrayOf(PresetGen.Presets, 3), p =>
            Same(Union(Union(p[0], p[1]), p[2]), Union(p[0], Union(p[1], p[2]))));

    [Fact]
    public void Union_is_the_same_at_once_as_step_by_step() =>
        Holds(Gen.ArrayOf(PresetGen.Presets, 3), p => Same(Union(Union(p[0], p[1]), p[2]), Union(p)));

    [Fact]
    public void Union_is_idempotent() =>
        Holds(PresetGen.Presets, p => Same(Union(p, p), p));

    [Fact]
    public void Union_keeps_the_order_of_first_appearance() =>
        Holds(Gen.ArrayOf(PresetGen.Presets, 3), p =>
        {
            if (Union(p) is { } union)
            {
                union.Members.Select(m => m.Name).ShouldBe(p.SelectMany(x => x.Members).Select(m => m.Name).Distinct());
                union.Thresholds.Select(t => t.Metric).ShouldBe(p.SelectMany(x => x.Thresholds).Select(t => t.Metric).Distinct());
            }
        });

    [Fact]
    public void Union_never_picks_one_of_two_that_differ() =>
        Holds(Gen.ArrayOf(PresetGen.Presets, 2), p =>
        {
            var differ = p[0].Members.Any(m => p[1].Members.Any(o => o.Name == m.Name && o.Configuration != m.Configuration))
                || p[0].Thresholds.Any(t => p[1].Thresholds.Any(o => o.Metric == t.Metric && o.Demand != t.Demand));

            (Union(p) is null).ShouldBe(differ);
        });

    [Fact]
    public void A_lock_reads_back_as_what_was_locked() =>
        Holds(PresetGen.Locks, locked =>
        {
            var (read, diagnostics) = LockReading.Read($"{locked.Name}.lock.yaml", Encoding.UTF8.GetBytes(LockPrinting.Print(locked)));

            diagnostics.ShouldBeEmpty(LockPrinting.Print(locked));
            Dump.Of(read).ShouldBe(Dump.Of(locked));
            LockComparison.Compare(read.ShouldNotBeNull(), locked).ShouldBeEmpty();
        });

    [Fact]
    public void A_lock_detects_every_change_of_a_single_field() =>
        Holds(PresetGen.Locks, locked =>
        {
            foreach (var changed in LockChanges.Of(locked))
            {
                Dump.Of(changed).ShouldNotBe(Dump.Of(locked));
                LockComparison.Compare(locked, changed).ShouldNotBeEmpty(Dump.Of(changed));
                LockComparison.Compare(changed, locked).ShouldNotBeEmpty(Dump.Of(changed));
            }
        });

    [Fact]
    public void A_lock_whose_file_was_changed_anywhere_is_refused_or_drifts_or_means_the_same()
    {
        var random = new System.Random(4);
        Check(30, locked =>
        {
            var text = LockPrinting.Print(locked);
            for (var i = 0; i < 40; i++)
            {
                var at = random.Next(text.Length);
                var changed = text[..at] + "x0 \n:"[random.Next(5)] + text[(at + 1)..];
                var (read, diagnostics) = LockReading.Read($"{locked.Name}.lock.yaml", Encoding.UTF8.GetBytes(changed));

                if (diagnostics.Count == 0 && LockComparison.Compare(read.ShouldNotBeNull(), locked).Count == 0)
                {
                    Dump.Of(read).ShouldBe(Dump.Of(locked), changed);
                }
            }
        });
    }

    [Fact]
    public void A_manifest_that_was_mangled_is_read_or_answered_with_places()
    {
        var random = new System.Random(7);
        string[] marks = ["", "x", " ", "\n", "\t", ":", ": ", "- ", "'", "\"", "\\", "[", "]", "{", "}", "|", ">", "&a ", "*a ", "!", "%", "@", "#", ",", "?", "~", "<<", "---", "\\U99999999", "\u0085", "\uFEFF", "%YAML 99999999999.1\n"];
        Prop.ForAll(PresetGen.Manifests.ToArbitrary(), manifest =>
        {
            var text = ManifestPrinting.Print(manifest);
            for (var i = 0; i < 30; i++)
            {
                var at = random.Next(text.Length);
                var mangled = text[..at] + marks[random.Next(marks.Length)] + text[Math.Min(text.Length, at + random.Next(3))..];
                var read = ManifestReading.Read("presets/a.yaml", Encoding.UTF8.GetBytes(mangled));

                read.Diagnostics.ShouldAllBe(d => d.Line > 0 && d.Column > 0, mangled);
            }
        }).Check(Thorough.WithMaxTest(200));
    }

    private static void Check(int count, Action<LockedPreset> holds) => Prop.ForAll(PresetGen.Locks.ToArbitrary(), holds).Check(Thorough.WithMaxTest(count));

    private static void Holds<T>(Gen<T> gen, Action<T> holds) => Prop.ForAll(gen.ToArbitrary(), holds).Check(Thorough);

    private static Preset? Union(params IReadOnlyList<Preset?> presets) =>
        presets.Any(p => p is null) ? null : PresetUnion.Of([.. presets.OfType<Preset>()], out _);

    private static void Same(Preset? one, Preset? other) => Shown(one).ShouldBe(Shown(other));

    private static string Shown(Preset? preset) => preset is null
        ? "conflict"
        : $"{preset.Name} {preset.Hash} {string.Join("; ", PresetTexts.Shown(preset))} {string.Join("; ", preset.Thresholds.Select(t => $"{t.Metric} {t.Demand}"))}";
}
