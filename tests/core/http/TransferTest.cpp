#include "core/http/Client.h"
#include "core/http/ErrorAnswer.h"
#include "core/http/Server.h"
#include "tests/core/http/FakeHandler.h"
#include "tests/core/http/RawConnection.h"
#include "tests/support/TemporaryFolder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fcntl.h>
#include <fstream>
#include <future>
#include <thread>
#include <unistd.h>

using namespace atelier;
using test::RawConnection;
using testing::HasSubstr;
using testing::StartsWith;

namespace {

/// Counts and sums what comes, or fails after so many bytes.
class CountingSink final : public http::BodySink
{
public:
    explicit CountingSink(std::uint64_t space, test::Signal *gone = nullptr)
        : m_space(space)
        , m_gone(gone)
    {
    }
    ~CountingSink() override
    {
        if (m_gone != nullptr)
            m_gone->raise();
    }
    CountingSink(const CountingSink &) = delete;
    CountingSink &operator=(const CountingSink &) = delete;

    Result<void> write(std::string_view bytes) override
    {
        if (size + bytes.size() > m_space)
            return Error{ErrorKind::StorageFull, "store.full", "The disk is full.", {}, {}};
        size += bytes.size();
        for (const char c : bytes)
            sum = sum * 31 + static_cast<unsigned char>(c);
        return {};
    }

    std::uint64_t size = 0;
    std::uint64_t sum = 0;

private:
    std::uint64_t m_space;
    test::Signal *m_gone;
};

constexpr std::uint64_t big = 64U << 20U;

/// The most memory that this process has had resident since the last forgetPeak(), in bytes.
std::uint64_t peak()
{
    std::ifstream status("/proc/self/status");
    for (std::string word; status >> word;)
        if (std::uint64_t kibibytes = 0; word == "VmHWM:" && status >> kibibytes)
            return kibibytes * 1024;
    return 0;
}

void forgetPeak()
{
    std::ofstream("/proc/self/clear_refs") << "5";
}

/// A file with a pattern of `size` bytes that no piece of repeats soon.
void writePattern(const std::filesystem::path &path, std::uint64_t size)
{
    std::ofstream file(path, std::ios::binary);
    std::string block(1U << 20U, '\0');
    for (std::uint64_t at = 0; at < size; at += block.size()) {
        for (std::size_t i = 0; i < block.size(); i += 8) {
            const std::uint64_t value = (at + i) * 0x9E3779B97F4A7C15U;
            for (std::size_t j = 0; j < 8; ++j)
                block[i + j] = static_cast<char>(value >> (8 * j));
        }
        file.write(
            block.data(), static_cast<std::streamsize>(std::min<std::uint64_t>(block.size(), size - at)));
    }
}

bool isSame(const std::filesystem::path &a, const std::filesystem::path &b)
{
    std::ifstream first(a, std::ios::binary);
    std::ifstream second(b, std::ios::binary);
    std::string x(1U << 20U, '\0');
    std::string y = x;
    do {
        first.read(x.data(), static_cast<std::streamsize>(x.size()));
        second.read(y.data(), static_cast<std::streamsize>(y.size()));
        if (first.gcount() != second.gcount()
            || x.compare(0, static_cast<std::size_t>(first.gcount()), y, 0,
                   static_cast<std::size_t>(second.gcount()))
                != 0)
            return false;
    } while (first && second);
    return true;
}

http::Request request(http::Method method, const std::string &target)
{
    http::Request request;
    request.method = method;
    request.target = target;
    return request;
}

class HttpTransfer : public testing::Test
{
protected:
    void SetUp() override
    {
        handler.onUpload(
            "/blob",
            [this](const http::Request &) {
                http::Admission admission;
                admission.bodyLimit = std::uint64_t(1) << 40U;
                admission.sink = std::make_shared<CountingSink>(space, &sinksGone);
                return admission;
            },
            [](const http::Request &request, const std::shared_ptr<http::BodySink> &sink,
                const http::Respond &respond) {
                const auto counting = std::static_pointer_cast<CountingSink>(sink);
                EXPECT_EQ(request.body, "");
                respond(test::text(std::to_string(counting->size) + " " + std::to_string(counting->sum)));
            });
        handler.on("/file", [this](const http::Request &request, const http::Respond &respond) {
            http::Response response;
            response.contentType = "application/octet-stream";
            const std::string offset(request.parameter("offset"));
            const std::string length(request.parameter("length"));
            response.file
                = std::make_shared<http::FileRegion>(open((folder / "file").c_str(), O_RDONLY | O_CLOEXEC),
                    offset.empty() ? 0 : std::stoull(offset),
                    length.empty() ? std::filesystem::file_size(folder / "file") : std::stoull(length));
            respond(std::move(response));
        });
        server = std::make_unique<http::Server>(handler);
        ASSERT_TRUE(server->listenUnix(socket));
        server->start();
        client = std::make_unique<http::Client>(socket);
    }

    Result<http::Response> upload(const std::filesystem::path &file)
    {
        std::promise<Result<http::Response>> promise;
        client->sendFile(request(http::Method::Put, "/blob"), file,
            [&](Result<http::Response> response) { promise.set_value(std::move(response)); });
        return promise.get_future().get();
    }

    Result<void> download(const std::string &target, const std::filesystem::path &to)
    {
        const int descriptor = open(to.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
        std::promise<Result<void>> promise;
        client->download(request(http::Method::Get, target), descriptor,
            [&](Result<void> result) { promise.set_value(std::move(result)); });
        Result<void> result = promise.get_future().get();
        close(descriptor);
        return result;
    }

    test::TemporaryFolder folder;
    std::filesystem::path socket = folder / "s";
    std::uint64_t space = std::uint64_t(1) << 40U;
    test::Signal sinksGone;
    test::FakeHandler handler;
    std::unique_ptr<http::Server> server;
    std::unique_ptr<http::Client> client;
};

} // namespace

TEST_F(HttpTransfer, UploadsABigFileWithoutHoldingItInMemory)
{
    writePattern(folder / "file", big);
    forgetPeak();
    const std::uint64_t before = peak();
    const Result<http::Response> response = upload(folder / "file");
    ASSERT_TRUE(response) << response.error().sentence;
    CountingSink expected(space);
    std::ifstream file(folder / "file", std::ios::binary);
    std::string block(1U << 20U, '\0');
    while (file.read(block.data(), static_cast<std::streamsize>(block.size())))
        ASSERT_TRUE(expected.write(block));
    EXPECT_EQ(response->body, std::to_string(big) + " " + std::to_string(expected.sum));
    EXPECT_LT(peak() - before, big / 4); // ThreadSanitizer shadows what is used several times over
}

TEST_F(HttpTransfer, DownloadsABigFileWithoutHoldingItInMemory)
{
    writePattern(folder / "file", big);
    forgetPeak();
    const std::uint64_t before = peak();
    const Result<void> result = download("/file", folder / "copy");
    ASSERT_TRUE(result) << result.error().sentence;
    EXPECT_LT(peak() - before, big / 4); // ThreadSanitizer shadows what is used several times over
    EXPECT_TRUE(isSame(folder / "file", folder / "copy"));
}

TEST_F(HttpTransfer, SendsARegionOfAFile)
{
    test::write(folder / "file", "0123456789");
    ASSERT_TRUE(download("/file?offset=3&length=4", folder / "copy"));
    EXPECT_EQ(test::read(folder / "copy"), "3456");
    ASSERT_TRUE(download("/file?length=0", folder / "copy"));
    EXPECT_EQ(test::read(folder / "copy"), "");
    RawConnection raw(socket);
    raw.send("HEAD /file HTTP/1.1\r\nHost: x\r\n\r\nGET /file?length=1 HTTP/1.1\r\nHost: x\r\nConnection: "
             "close\r\n\r\n");
    const std::string both = raw.readToEnd();
    EXPECT_THAT(both, HasSubstr("Content-Length: 10\r\n"));
    EXPECT_THAT(both, testing::EndsWith("\r\n\r\n0"));
}

TEST_F(HttpTransfer, ClosesTheConnectionWhereAFileIsShorterThanPromised)
{
    test::write(folder / "file", "0123456789");
    const Result<void> result = download("/file?offset=5&length=10", folder / "copy");
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, "service.connection-lost");
}

TEST_F(HttpTransfer, UploadsAnEmptyFile)
{
    test::write(folder / "file", "");
    const Result<http::Response> response = upload(folder / "file");
    ASSERT_TRUE(response) << response.error().sentence;
    EXPECT_EQ(response->body, "0 0");
}

TEST_F(HttpTransfer, SaysWhyAFileCannotBeSent)
{
    const Result<http::Response> missing = upload(folder / "missing");
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().kind, ErrorKind::NotFound);
    EXPECT_THAT(missing.error().sentence, HasSubstr("missing"));
    const Result<http::Response> noFile = upload(folder.path());
    ASSERT_FALSE(noFile);
    EXPECT_EQ(noFile.error().code, "http.not-a-file");
}

TEST_F(HttpTransfer, TellsTheErrorOfASinkThatIsFull)
{
    space = 1U << 20U;
    writePattern(folder / "file", 16U << 20U);
    for (int i = 0; i < 5; ++i) {
        const Result<http::Response> response = upload(folder / "file");
        ASSERT_TRUE(response) << response.error().sentence;
        EXPECT_EQ(response->status, 507);
        EXPECT_EQ(http::errorOf(*response).code, "store.full");
    }
    EXPECT_EQ(handler.handled, 0);
}

TEST_F(HttpTransfer, DropsTheSinkOfAnUploadThatBreaksOff)
{
    RawConnection raw(socket);
    raw.send("PUT /blob HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf");
    raw.close();
    EXPECT_TRUE(sinksGone.wait());
    EXPECT_EQ(handler.handled, 0);
}

TEST_F(HttpTransfer, DownloadsIntoAFullDiskAsAnError)
{
    writePattern(folder / "file", 1U << 20U);
    const int full = open("/dev/full", O_WRONLY | O_CLOEXEC);
    ASSERT_GE(full, 0);
    std::promise<Result<void>> promise;
    client->download(request(http::Method::Get, "/file"), full,
        [&](Result<void> result) { promise.set_value(std::move(result)); });
    const Result<void> result = promise.get_future().get();
    close(full);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().kind, ErrorKind::StorageFull);
}

TEST_F(HttpTransfer, DownloadsNothingButAnErrorFromARefusal)
{
    const Result<void> result = download("/absent", folder / "copy");
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().kind, ErrorKind::NotFound);
    EXPECT_EQ(test::read(folder / "copy"), "");
}

TEST_F(HttpTransfer, StopsInTheMiddleOfTransfers)
{
    writePattern(folder / "file", 16U << 20U);
    std::vector<std::unique_ptr<RawConnection>> readers;
    for (int i = 0; i < 8; ++i) {
        readers.push_back(std::make_unique<RawConnection>(socket));
        readers.back()->send("GET /file HTTP/1.1\r\nHost: x\r\n\r\n");
        EXPECT_THAT(readers.back()->readUntil("\r\n\r\n"), StartsWith("HTTP/1.1 200 "));
        client->sendFile(
            request(http::Method::Put, "/blob"), folder / "file", [](const Result<http::Response> &) {});
    }
    server.reset();
    for (const auto &reader : readers) {
        reader->readToEnd();
        EXPECT_TRUE(reader->isAtEnd());
    }
    client.reset();
}

TEST_F(HttpTransfer, RunsSideBySideWithSmallCalls)
{
    writePattern(folder / "file", 16U << 20U);
    test::Signal done;
    for (int i = 0; i < 3; ++i)
        client->sendFile(request(http::Method::Put, "/blob"), folder / "file",
            [&](const Result<http::Response> &response) {
                EXPECT_TRUE(response && response->status == 200);
                done.raise();
            });
    for (int i = 0; i < 200; ++i)
        client->send(request(http::Method::Get, "/absent"), [&](const Result<http::Response> &response) {
            EXPECT_TRUE(response && response->status == 404);
            done.raise();
        });
    EXPECT_TRUE(done.wait(203));
}
