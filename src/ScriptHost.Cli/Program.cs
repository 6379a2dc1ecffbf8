Console.WriteLine("ScriptHost");
