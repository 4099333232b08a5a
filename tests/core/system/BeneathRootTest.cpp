#include "core/system/BeneathRoot.h"

#include "tests/support/TemporaryFolder.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <fcntl.h>
#include <set>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <thread>
#include <unistd.h>

using namespace atelier;
using atelier::test::TemporaryFolder;

namespace {

namespace fs = std::filesystem;

constexpr const char *canary = "the text outside";

/// A root with some files, beside it a secret, and links of every sort from the one to the other.
class Beneath : public ::testing::Test
{
protected:
    Beneath()
    {
        test::write(m_folder / "secret", canary);
        test::write(m_folder / "root" / "a" / "b" / "file", "inside");
        test::write(m_folder / "root" / "file", "inside");
        test::write(m_folder / "root2" / "file", canary);
        fs::create_symlink("../secret", m_folder / "root" / "relative");
        fs::create_symlink(m_folder / "secret", m_folder / "root" / "absolute");
        fs::create_directory_symlink("..", m_folder / "root" / "up");
        fs::create_directory_symlink("/", m_folder / "root" / "slash");
        fs::create_directory_symlink("/proc/self/root", m_folder / "root" / "magic");
        fs::create_symlink("file", m_folder / "root" / "innocent");
        Result<BeneathRoot> root = BeneathRoot::open(m_folder / "root");
        EXPECT_TRUE(root) << root.error().sentence;
        m_root = std::make_unique<BeneathRoot>(std::move(*root));
    }

    /// Spellings of paths that lead out, or that some server once took for one inside.
    [[nodiscard]] std::vector<std::string> traversals() const;
    /// Those of them that lead, were nothing to hold them, only to files of this test: all that may be tried
    /// with calls that write or remove. A test of protection has to do no harm on the day that the protection
    /// is broken.
    [[nodiscard]] std::vector<std::string> traversalsToOwnFiles() const;

    TemporaryFolder m_folder;
    std::unique_ptr<BeneathRoot> m_root;
};

std::vector<std::string> Beneath::traversals() const
{
    const std::string secret = (m_folder / "secret").string();
    const std::string root = (m_folder / "root").string();
    std::vector<std::string> payloads{"..", "../", "../secret", "../secret/", "./../secret", "a/../../secret",
        "a/b/../../../secret", "a/./../../secret", "a//../../secret", "../root/../secret", "../root2/file",
        "../root/file", ".//..//secret", "../../../../../../../../etc/passwd", "a/../a/../../secret", "/",
        "//", "/.", "/..", "/etc/passwd", "//etc/passwd", "///etc/passwd", "/./etc/passwd", "/../etc/passwd",
        secret, "/" + secret, root + "/file", root + "/../secret", root + "2/file",
        "/proc/self/root" + secret, "/proc/self/cwd/secret", "/dev/fd/0", "relative", "absolute", "up",
        "up/secret", "up/root/file", "up/root2/file", "a/../up/secret", "a/../relative", "slash",
        "slash/etc/passwd", "magic", "magic/etc/passwd", "./relative", "./absolute", "a/b/../../absolute",
        "innocent", "up/../root/file", "slash" + secret, "magic" + secret};
    // What was once decoded twice, or read as a scheme, a drive or a query: here just names that do not
    // exist.
    for (const char *name : {"%2e%2e/secret", "%2e%2e%2fsecret", "..%2fsecret", "%252e%252e%252fsecret",
             "..%252fsecret", "..%c0%afsecret", "%c0%ae%c0%ae/secret", "..\\secret", "\\..\\secret",
             "a\\..\\..\\secret", "....//secret", "..././secret", "....\\/secret", "..;/secret",
             "..;a=b/secret", "../secret#a", "#/../secret", "?/../../secret", "file:///etc/passwd",
             "file://localhost/etc/passwd", "file:/etc/passwd", "file:../secret", "local:/etc/passwd",
             "ftp://host/../etc/passwd", "C:\\windows\\win.ini", "C:/../secret", "\\\\host\\share\\file",
             "~/.ssh/id_rsa", "~root/.profile", "$HOME/.profile", "${HOME}/../secret", "`pwd`/../secret",
             "..\xef\xbc\x8fsecret", "\xef\xbc\x8e\xef\xbc\x8e/secret", "\xe2\x80\xa5/secret",
             "..\xe2\x88\x95secret", ".. /secret", " ../secret", "..\n/secret", "..\t/secret"})
        payloads.emplace_back(name);
    // A NUL ends the string for the kernel: it must not see only the innocent part, or only the other one.
    for (const char *tail : {"/../../secret", ".png", "/etc/passwd"}) {
        payloads.push_back(std::string("file") + '\0' + tail);
        payloads.push_back(std::string("../secret") + '\0' + tail);
    }
    payloads.push_back(std::string(5000, 'a') + "/../../secret");
    payloads.push_back("../secret" + std::string(5000, '/'));
    for (int depth = 2; depth < 12; ++depth) {
        std::string path;
        for (int i = 0; i < depth; ++i)
            path += "../";
        payloads.push_back(path + "etc/passwd");
    }
    return payloads;
}

std::vector<std::string> Beneath::traversalsToOwnFiles() const
{
    const std::string secret = (m_folder / "secret").string();
    const std::string sibling = (m_folder / "root2" / "file").string();
    return {"../secret", "./../secret", ".//..//secret", "a/../../secret", "a/b/../../../secret",
        "a/./../../secret", "a//../../secret", "a/../a/../../secret", "../root/../secret", "../root2/file",
        "../root2/../secret", secret, "/" + secret, "//" + secret, sibling,
        (m_folder / "root").string() + "/../secret", "relative", "absolute", "up/secret", "up/root2/file",
        "a/../up/secret", "up/root/../secret", std::string("../secret") + '\0' + ".png",
        std::string("file") + '\0' + "/../../secret"};
}

} // namespace

TEST_F(Beneath, ReadsNothingThroughAnyTraversal)
{
    const std::vector<std::string> payloads = traversals();
    ASSERT_GE(payloads.size(), 78U);
    for (const std::string &payload : payloads) {
        const Result<std::string> text = m_root->readFile(payload, 1U << 20U);
        EXPECT_FALSE(text) << payload << " gave " << *text;
        EXPECT_FALSE(m_root->openFile(payload)) << payload;
        EXPECT_FALSE(m_root->list(payload)) << payload;
    }
}

TEST_F(Beneath, WritesAndRemovesNothingThroughATraversal)
{
    for (const std::string &payload : traversalsToOwnFiles()) {
        for (const std::string &path : {payload, payload + "/new"}) {
            if (Result<NewFile> file = m_root->create(path); file) {
                EXPECT_TRUE(file->write("overwritten"));
                EXPECT_TRUE(file->commit());
            }
            static_cast<void>(m_root->makeFolders(path));
            static_cast<void>(m_root->remove(path));
        }
    }
    // Whatever was made or removed was beneath the root: outside everything is as it was.
    EXPECT_EQ(test::read(m_folder / "secret"), canary);
    EXPECT_EQ(test::read(m_folder / "root2" / "file"), canary);
    std::set<std::string> beside;
    for (const auto &entry : fs::recursive_directory_iterator(m_folder.path()))
        if (const std::string name = entry.path().lexically_relative(m_folder.path());
            name.rfind("root/", 0) != 0)
            beside.insert(name);
    EXPECT_EQ(beside, (std::set<std::string>{"root", "root2", "root2/file", "secret"}));
}

TEST_F(Beneath, SaysThatAPathLeadsOut)
{
    for (const char *path : {"../secret", "/etc/passwd", "relative", "up/secret"}) {
        const Result<std::string> text = m_root->readFile(path, 100);
        EXPECT_EQ(text.error().code, "path.outside") << path;
        EXPECT_EQ(text.error().kind, ErrorKind::Forbidden);
    }
    EXPECT_EQ(m_root->readFile("missing", 100).error().kind, ErrorKind::NotFound);
}

TEST_F(Beneath, ReadsWhatIsInside)
{
    for (const char *path : {"file", "./file", "a/b/file", "a//b/file", "a/../file", "a/b/../b/file"}) {
        const Result<std::string> text = m_root->readFile(path, 100);
        ASSERT_TRUE(text) << path << ": " << text.error().sentence;
        EXPECT_EQ(*text, "inside");
    }
    EXPECT_EQ(m_root->readFile("file", 3).error().kind, ErrorKind::TooLarge);
}

TEST_F(Beneath, OpensNothingButRegularFiles)
{
    ASSERT_EQ(mkfifo((m_folder / "root" / "pipe").c_str(), 0600), 0);
    EXPECT_EQ(m_root->openFile("pipe").error().code, "path.not-a-file"); // and does not wait for a writer
    EXPECT_EQ(m_root->openFile("a").error().code, "path.not-a-file");
    EXPECT_EQ(m_root->openFile("").error().code, "path.not-a-file");
    EXPECT_FALSE(m_root->openFile("file/"));
}

TEST_F(Beneath, ListsAFolderSortedAndShowsLinksAsWhatTheyAre)
{
    const Result<std::vector<FolderEntry>> entries = m_root->list("");
    ASSERT_TRUE(entries);
    std::vector<std::string> names;
    for (const FolderEntry &entry : *entries) {
        names.push_back(entry.name);
        const bool isLink = fs::is_symlink(m_folder / "root" / entry.name);
        EXPECT_EQ(isLink, entry.status.type == FileStatus::Type::Other) << entry.name;
    }
    EXPECT_EQ(names,
        (std::vector<std::string>{"a", "absolute", "file", "innocent", "magic", "relative", "slash", "up"}));
}

TEST_F(Beneath, TellsTypeSizeAndTime)
{
    const Result<FileStatus> file = m_root->status("a/b/file");
    ASSERT_TRUE(file);
    EXPECT_EQ(file->type, FileStatus::Type::File);
    EXPECT_EQ(file->size, 6U);
    EXPECT_GT(file->modifiedMs, 1'000'000'000'000);
    EXPECT_EQ(m_root->status("")->type, FileStatus::Type::Folder);
    EXPECT_FALSE(m_root->status("../secret"));
}

TEST_F(Beneath, CreatesAFileInPiecesWithTheFoldersAboveIt)
{
    {
        Result<NewFile> file = m_root->create("new/deep//er/file");
        ASSERT_TRUE(file) << file.error().sentence;
        ASSERT_TRUE(file->write("one "));
        EXPECT_EQ(m_root->list("new/deep/er")->size(), 0U) << "a half-written file is not shown";
        ASSERT_TRUE(file->write("two"));
        ASSERT_TRUE(file->commit());
    }
    EXPECT_EQ(test::read(m_folder / "root" / "new" / "deep" / "er" / "file"), "one two");
    EXPECT_EQ(m_root->list("new/deep/er")->size(), 1U);
}

TEST_F(Beneath, LeavesNothingOfAFileThatIsNotCommitted)
{
    {
        Result<NewFile> file = m_root->create("file");
        ASSERT_TRUE(file);
        ASSERT_TRUE(file->write("half of it"));
        const NewFile moved = std::move(*file);
    }
    EXPECT_EQ(test::read(m_folder / "root" / "file"), "inside");
    for (const auto &entry : fs::directory_iterator(m_folder / "root"))
        EXPECT_NE(entry.path().filename().string().rfind(".atelier", 0), 0U) << entry.path();
}

TEST_F(Beneath, ReplacesALinkAndNotItsTarget)
{
    Result<NewFile> file = m_root->create("absolute");
    ASSERT_TRUE(file);
    ASSERT_TRUE(file->write("new"));
    ASSERT_TRUE(file->commit());
    EXPECT_EQ(test::read(m_folder / "secret"), canary);
    const Result<std::string> text = m_root->readFile("absolute", 10);
    ASSERT_TRUE(text);
    EXPECT_EQ(*text, "new");
}

TEST_F(Beneath, RemovesFilesFoldersAndLinksButNeverTheRoot)
{
    ASSERT_TRUE(m_root->remove("a"));
    ASSERT_TRUE(m_root->remove("up"));
    EXPECT_FALSE(fs::exists(m_folder / "root" / "a"));
    EXPECT_FALSE(fs::is_symlink(m_folder / "root" / "up"));
    EXPECT_EQ(m_root->remove("missing").error().kind, ErrorKind::NotFound);
    for (const char *path : {"", ".", "file/..", "a/..", "../root"})
        EXPECT_FALSE(m_root->remove(path)) << path;
    EXPECT_TRUE(fs::exists(m_folder / "root" / "file"));
    EXPECT_TRUE(fs::exists(m_folder / "secret"));
}

TEST_F(Beneath, WalksEverythingButThroughNoLink)
{
    std::vector<std::string> seen;
    ASSERT_TRUE(m_root->walk("", [&](const FolderEntry &entry) {
        seen.push_back(entry.name);
        return true;
    }));
    EXPECT_EQ(seen,
        (std::vector<std::string>{
            "a", "a/b", "a/b/file", "absolute", "file", "innocent", "magic", "relative", "slash", "up"}));
    seen.clear();
    ASSERT_TRUE(m_root->walk("a", [&](const FolderEntry &entry) {
        seen.push_back(entry.name);
        return false;
    }));
    EXPECT_EQ(seen, (std::vector<std::string>{"b"}));
}

TEST_F(Beneath, WalksAsDeepAsItMayAndCountsWhatItLeavesOut)
{
    fs::create_directory(m_folder / "root" / "deep");
    test::writeDeep(m_folder / "root" / "deep", 2000);
    test::write(m_folder / "root" / "deep" / "d" / "z", "after the deep one");
    std::size_t folders = 0;
    std::string last;
    const Result<Walked> walked = m_root->walk("deep", [&](const FolderEntry &entry) {
        folders += entry.status.type == FileStatus::Type::Folder ? 1 : 0;
        last = entry.name;
        return true;
    });
    ASSERT_TRUE(walked) << walked.error().sentence;
    EXPECT_EQ(walked->foldersLeftOut, 1U);
    EXPECT_EQ(folders, deepestPath + 1) << "the first that is too deep is still seen";
    EXPECT_EQ(last, "d/z");
    EXPECT_EQ(m_root->walk("a", [](const auto &) { return true; })->foldersLeftOut, 0U);
    EXPECT_TRUE(m_root->remove("deep"));
    EXPECT_FALSE(fs::exists(m_folder / "root" / "deep"));
}

TEST_F(Beneath, MakesNoPathOfMoreThan256Parts)
{
    std::string folders = "new";
    for (int i = 0; i < 254; ++i)
        folders += i % 2 == 0 ? "/d" : "//d";
    const Result<NewFile> deepest = m_root->create(folders + "/file");
    ASSERT_TRUE(deepest) << deepest.error().sentence;
    const Result<NewFile> deeper = m_root->create(folders + "/d/file");
    ASSERT_FALSE(deeper);
    EXPECT_EQ(deeper.error().kind, ErrorKind::Invalid);
    EXPECT_EQ(deeper.error().sentence,
        "The path has 257 parts; at most 256 are possible. Use fewer folders within folders.");
    EXPECT_TRUE(m_root->makeFolders(folders + "/d"));
    EXPECT_EQ(m_root->makeFolders(folders + "/d/d").error().code, "path.too-deep");
}

TEST_F(Beneath, ARaceOfLinksAgainstFoldersNeverLeadsOut)
{
    // An attacker inside the root keeps exchanging a folder for a link that leads out.
    test::write(m_folder / "root" / "x" / "secret", "inside");
    fs::create_directory_symlink("..", m_folder / "root" / "y");
    const std::string x = (m_folder / "root" / "x").string();
    const std::string y = (m_folder / "root" / "y").string();
    std::atomic<bool> isOver = false;
    std::thread attacker([&] {
        while (!isOver)
            syscall(SYS_renameat2, AT_FDCWD, x.c_str(), AT_FDCWD, y.c_str(), RENAME_EXCHANGE);
    });
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(2);
    int opened = 0;
    int refused = 0;
    int escaped = 0;
    while (std::chrono::steady_clock::now() < end) {
        const Result<std::string> text = m_root->readFile("x/secret", 100);
        if (!text)
            ++refused;
        else if (*text == "inside")
            ++opened;
        else
            ++escaped;
        if ((opened + refused) % 50 != 0) // a durable file takes as long as hundreds of opens
            continue;
        if (Result<NewFile> file = m_root->create("x/made"); file)
            static_cast<void>(file->commit());
        static_cast<void>(m_root->remove("x/made"));
    }
    isOver = true;
    attacker.join();
    EXPECT_EQ(escaped, 0);
    EXPECT_FALSE(fs::exists(m_folder / "made"));
    EXPECT_EQ(test::read(m_folder / "secret"), canary);
    EXPECT_GT(opened, 100) << "the race must have been run";
    EXPECT_GT(refused, 100) << "the race must have been run";
}
