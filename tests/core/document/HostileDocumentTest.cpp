#include "tests/core/document/DocumentFolder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <random>
#include <sys/resource.h>
#include <sys/stat.h>

using namespace atelier;
using atelier::test::canonical;
using atelier::test::DocumentFolder;
using atelier::test::errorsOf;
using testing::HasSubstr;

namespace {

std::string repeated(const std::string &text, int times)
{
    std::string all;
    for (int i = 0; i < times; ++i)
        all += text;
    return all;
}

/// Processor time, as the machine may be busy with other tests; sanitizers are some ten times slower.
class Stopwatch
{
public:
    [[nodiscard]] double seconds() const
    {
        return static_cast<double>(std::clock() - m_start) / CLOCKS_PER_SEC;
    }

private:
    std::clock_t m_start = std::clock();
};

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr double allowed = 10;
#else
constexpr double allowed = 1;
#endif

long peakKib()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

struct Hostile
{
    std::string what;
    std::string text;
    std::string sentence;
};

std::string laughs()
{
    std::string text = "a: &a [x, x, x, x, x, x, x, x, x]\n";
    for (char c = 'b'; c < 'j'; ++c)
        text += std::string(1, c) + ": &" + c + " ["
            + repeated(std::string("*") + static_cast<char>(c - 1) + ", ", 9) + "]\n";
    return text;
}

std::string manyKeys(const std::string &indent, int count)
{
    std::string text;
    for (int i = 0; i < count; ++i)
        text += indent + "k" + std::to_string(i) + ": 1\n";
    return text;
}

} // namespace

TEST(HostileDocument, IsRefusedInOneSentenceWithinASecond)
{
    const std::vector<Hostile> cases{
        {"lists in lists", std::string(100'000, '['), "nested deeper than 40 levels"},
        {"mappings in mappings", "a: " + repeated("{a: ", 100'000), "nested deeper than 40 levels"},
        {"dashes", repeated("- ", 100'000), "nested deeper than 40 levels"},
        {"keys of keys", repeated("? ", 100'000), "A key must be text"},
        {"a YAML bomb", laughs(), "once its aliases are expanded"},
        {"a bomb of text",
            "a: &a \"" + std::string(1'000'000, 'x') + "\"\nb: [" + repeated("*a, ", 500) + "]\n",
            "once its aliases are expanded"},
        {"a bomb of merges",
            "a: &a {" + repeated("k: 1, ", 1) + manyKeys("", 0) + "}\n" + "b: &b\n" + manyKeys("  ", 5000)
                + repeated("c:\n  <<: *b\n", 500),
            "once its aliases are expanded"},
        {"nested anchors", repeated("- &a\n  ", 1) + "x" + repeated("\n- *a", 300'000),
            "once its aliases are expanded"},
        {"an alias in itself", "a: &a [*a]\n", "stands before its anchor, or inside it"},
        {"a million items", "a: [" + repeated("1,", 1'000'000) + "]\n", "more than 100000 values"},
        {"zero bytes", std::string(1000, '\0'), "save it as UTF-8 text"},
        {"a quote that never ends", "a: \"" + std::string(4'000'000, 'x'), "is not closed"},
        {"a key without end", std::string(4'000'000, 'x'), "but is text"},
    };
    for (const Hostile &hostile : cases) {
        const Stopwatch watch;
        const Loaded<JobDocument> loaded = DocumentFolder().job(hostile.text);
        EXPECT_LT(watch.seconds(), allowed) << hostile.what;
        EXPECT_FALSE(loaded.value) << hostile.what;
        EXPECT_THAT(errorsOf(loaded), HasSubstr(hostile.sentence)) << hostile.what;
        EXPECT_EQ(loaded.errors.size(), 1U) << hostile.what;
    }
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    EXPECT_LT(peakKib(), 200 * 1024);
#endif
}

TEST(HostileDocument, MayBeWideWithoutTakingLong)
{
    const std::string job = "command: x\nenvironment: azureml:e\n";
    std::string component
        = "type: pipeline\njobs:\n  s:\n    component:\n      command: x\n      environment: azureml:e\n";
    component += "      inputs:\n";
    for (int i = 0; i < 20'000; ++i)
        component += "        k" + std::to_string(i) + ": {type: string}\n";
    for (const std::string &text : {job + manyKeys("", 95'000), job + "tags:\n" + manyKeys("  ", 95'000),
             job + "environment_variables:\n" + manyKeys("  ", 95'000),
             job + "inputs:\n" + manyKeys("  ", 95'000), component}) {
        const Stopwatch watch;
        const Loaded<JobDocument> loaded = DocumentFolder().job(text);
        EXPECT_LT(watch.seconds(), 2 * allowed) << text.substr(0, 60);
        EXPECT_LE(loaded.errors.size(), 101U);
        EXPECT_LE(loaded.warnings.size(), 100U);
    }
}

TEST(HostileDocument, OfAHundredMegabytesIsNotRead)
{
    const DocumentFolder folder;
    folder.write("job.yml", "");
    std::filesystem::resize_file(folder.path("job.yml"), 100U << 20);
    const long before = peakKib();
    const Stopwatch watch;
    const Loaded<JobDocument> loaded = loadJob(folder.path("job.yml"));
    EXPECT_LT(watch.seconds(), 0.1);
    EXPECT_LT(peakKib() - before, 4 * 1024);
    ASSERT_EQ(loaded.errors.size(), 1U);
    EXPECT_EQ(loaded.errors[0].kind, ErrorKind::TooLarge);
    EXPECT_THAT(errorsOf(loaded), HasSubstr("The file is larger than 4 MiB and was not read"));
}

TEST(HostileDocument, ThatNamesALargeComponentDoesNotReadItEither)
{
    const DocumentFolder folder;
    folder.write("big.yml", "");
    std::filesystem::resize_file(folder.path("big.yml"), 100U << 20);
    EXPECT_THAT(errorsOf(folder.job("type: pipeline\njobs: {s: {component: big.yml}}\n")),
        HasSubstr("2:23 jobs.s.component: The file is larger than 4 MiB and was not read"));
}

TEST(HostileDocument, ThatIncludesOneFileManyTimesIsBounded)
{
    const DocumentFolder folder;
    folder.write("c.yml", "name: c\ncommand: x\nenvironment: azureml:e\ntags:\n" + manyKeys("  ", 10'000));
    std::string text = "type: pipeline\njobs:\n";
    for (int i = 0; i < 1000; ++i)
        text += "  s" + std::to_string(i) + ": {component: c.yml}\n";
    const Stopwatch watch;
    EXPECT_THAT(errorsOf(folder.job(text)),
        HasSubstr("With its component files the document has more than 100000 values"));
    EXPECT_LT(watch.seconds(), 3 * allowed);
}

TEST(HostileDocument, ThatIsNoFileIsRefusedAtOnce)
{
    const DocumentFolder folder;
    ASSERT_EQ(mkfifo(folder.path("pipe.yml").c_str(), 0600), 0);
    EXPECT_THAT(
        errorsOf(loadJob(folder.path("pipe.yml"))), HasSubstr("is no regular file: name the YAML file."));
    EXPECT_THAT(errorsOf(loadJob("/dev/zero")), HasSubstr("is no regular file"));
}

TEST(HostileDocument, OfInputsThatGrowThroughEachOtherIsBounded)
{
    std::string text
        = "type: pipeline\njobs:\n  s0: {command: x, environment: azureml:e, inputs: {i: aaaaaaaaaa}}\n";
    for (int i = 1; i < 60; ++i) {
        const std::string before = "${{parent.jobs.s" + std::to_string(i - 1) + ".inputs.i}}";
        text += "  s" + std::to_string(i) + ": {command: x, environment: azureml:e, inputs: {i: \"" + before
            + before + "\"}}\n";
    }
    const Stopwatch watch;
    EXPECT_THAT(errorsOf(DocumentFolder().job(text)), HasSubstr("grows beyond 64 KiB"));
    EXPECT_LT(watch.seconds(), allowed);
}

TEST(MutatedDocument, IsAValueOrErrorsAndNeverMore)
{
    const std::vector<std::string> seeds{
        "command: python t.py --r ${{inputs.rate}} $[[--n ${{inputs.n}}]]\nenvironment: "
        "azureml:e@latest\ncode: .\n"
        "inputs:\n  rate: 0.1\n  data: {type: uri_file, path: azureml:w:1, mode: ro_mount}\noutputs:\n  o: "
        "{type: "
        "uri_folder}\nlimits: {timeout: 5}\ntags: &t {a: b}\nproperties: *t\n",
        "type: pipeline\ninputs: {t: {path: azureml:w:1}, r: 1}\noutputs: {m: }\njobs:\n  a:\n    command: x "
        "${{inputs.d}}\n"
        "    environment: {image: i}\n    inputs: {d: \"${{parent.inputs.t}}\"}\n    outputs: {o: "
        "\"${{parent.outputs.m}}\"}\n"
        "  b:\n    component:\n      command: y ${{inputs.i}}\n      environment: azureml:e\n      inputs: "
        "{i: {type: "
        "uri_folder}, n: {type: number, default: 1, max: 2}}\n    inputs:\n      i: "
        "${{parent.jobs.a.outputs.o}}\n      n: "
        "${{parent.inputs.r}}\n"};
    const std::vector<std::string> pieces{"{", "}", "[", "]", ":", ": ", "- ", "\n", "  ", "\t", "${{", "}}",
        "$[[", "]]", "&a ", "*a", "<<: ", "'", "\"", "|\n", "!x ", "~", "yes", "1e3", "2026-01-01", "#",
        "\xc3", "\x01", "parent.jobs.a.outputs.o", "inputs", "type", "number", "-1", ".nan", "---\n",
        "{{x}}"};
    std::mt19937 random(11);
    const DocumentFolder folder;
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(20); // on a busy machine
    int good = 0;
    int rounds = 0;
    for (; rounds < 10'000 && (rounds < 500 || std::chrono::steady_clock::now() < deadline); ++rounds) {
        std::string text = seeds[random() % seeds.size()];
        for (unsigned change = 0; change <= random() % 3; ++change) {
            const std::size_t at = random() % text.size();
            const std::size_t length = std::min<std::size_t>(random() % 6, text.size() - at);
            text.replace(at, length, random() % 4 == 0 ? std::string() : pieces[random() % pieces.size()]);
        }
        const Loaded<JobDocument> loaded = folder.job(text);
        ASSERT_NE(loaded.value.has_value(), !loaded.errors.empty()) << text;
        for (const Error &error : loaded.errors) {
            ASSERT_GT(error.location.line, 0) << text << "\n" << error.sentence;
            ASSERT_TRUE(error.sentence.size() > 10 && error.sentence.back() != ' ') << error.sentence;
        }
        if (loaded.value) {
            ++good;
            const Loaded<JobDocument> again = jobFromJson(jobToJson(*loaded.value));
            ASSERT_EQ(errorsOf(again), "") << text;
            ASSERT_EQ(canonical(again), canonical(loaded)) << text;
        }
    }
    EXPECT_GT(good, rounds / 50); // or the mutations say nothing about documents that pass
}
