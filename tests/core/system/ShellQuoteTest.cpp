#include "core/system/ShellQuote.h"

#include "core/system/Process.h"
#include "tests/support/TemporaryFolder.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

using namespace atelier;

namespace {

constexpr std::size_t wordsInAll = 100'000;
constexpr std::size_t wordsPerCall = 5'000;

/// Random bytes, with those preferred that mean something to a shell.
std::vector<std::string> randomWords(std::size_t count, std::mt19937 &random)
{
    static const std::string special = "'\"\\`$(){}[]<>|&;!*?~#=% \t\n\r\x01\x7f\x80\xff-";
    std::vector<std::string> words(count);
    for (std::string &word : words) {
        const std::size_t length = random() % 24;
        for (std::size_t i = 0; i < length; ++i) {
            const bool isSpecial = random() % 2 == 0;
            word += isSpecial ? special[random() % special.size()] : static_cast<char>(1 + random() % 255);
        }
    }
    return words;
}

/// Lets the shell read the words from a script and print each with a NUL behind it.
void expectUnchanged(
    const std::string &shell, const std::vector<std::string> &words, const test::TemporaryFolder &folder)
{
    const Result<std::string> line = shellQuote(words);
    ASSERT_TRUE(line);
    test::write(folder / "script", "printf '%s\\0' " + *line + "\n");
    SpawnRequest request;
    request.arguments = {shell, (folder / "script").string()};
    request.environment = {"PATH=/usr/bin:/bin", "LC_ALL=C"};
    const Result<Captured> captured = runAndCapture(request, std::chrono::seconds(30), 64U << 20U);
    ASSERT_TRUE(captured) << captured.error().sentence;
    ASSERT_EQ(captured->status.code, 0) << captured->errors;
    std::string expected;
    for (const std::string &word : words)
        expected += word + '\0';
    EXPECT_EQ(captured->output == expected, true) << shell << " changed a word";
}

} // namespace

class ShellQuote : public ::testing::TestWithParam<const char *>
{
};

TEST_P(ShellQuote, CarriesRandomBytesUnchanged)
{
    std::mt19937 random(20240229);
    const test::TemporaryFolder folder;
    for (std::size_t done = 0; done < wordsInAll && !HasFatalFailure(); done += wordsPerCall)
        expectUnchanged(GetParam(), randomWords(wordsPerCall, random), folder);
}

TEST_P(ShellQuote, CarriesWhatShellsTrippedOver)
{
    const test::TemporaryFolder folder;
    expectUnchanged(GetParam(),
        {"", " ", "'", "''", "'\\''", "$(touch x)", "`touch x`", "\\", "\\\\", "a\nb", "\n", "-n", "--", "*",
            "~", "#", "$'a'", "!!", "a=b", "\xff\xfe", "x; rm -rf /", "%s", "\r\n",
            std::string(100'000, '\'')},
        folder);
}

TEST_P(ShellQuote, CarriesAQuotedLineThroughTwoShells)
{
    std::mt19937 random(7);
    const test::TemporaryFolder folder;
    std::vector<std::string> words = randomWords(500, random);
    const Result<std::string> inner = shellQuote(words);
    ASSERT_TRUE(inner);
    const Result<std::string> outer = shellQuote({GetParam(), "-c", "printf '%s\\0' " + *inner});
    ASSERT_TRUE(outer);
    SpawnRequest request;
    request.arguments = {GetParam(), "-c", *outer};
    const Result<Captured> captured = runAndCapture(request, std::chrono::seconds(30));
    ASSERT_TRUE(captured);
    std::string expected;
    for (const std::string &word : words)
        expected += word + '\0';
    EXPECT_EQ(captured->output == expected, true);
}

INSTANTIATE_TEST_SUITE_P(Shells, ShellQuote, ::testing::Values("/bin/dash", "/bin/bash"),
    [](const auto &tested) { return std::string(tested.param).substr(5); });

TEST(ShellQuoteOfNul, IsRefused)
{
    const Result<std::string> quoted = shellQuote(std::string_view("a\0b", 3));
    ASSERT_FALSE(quoted);
    EXPECT_EQ(quoted.error().kind, ErrorKind::Invalid);
    EXPECT_FALSE(shellQuote(std::vector<std::string>{"a", std::string(1, '\0')}));
}
