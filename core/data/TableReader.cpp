#include "core/data/TableReader.h"

#include "core/base/ErrorJson.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace atelier {

namespace {

constexpr std::size_t longestAnswer = 64U << 20U;

Error explained(const Error &error, const TablePart &part)
{
    if (error.code == "process.timeout")
        return {ErrorKind::Busy, "table.slow",
            part.wantsProfile ? "Reading all rows of this table takes too long. Ask for fewer columns."
                              : "Reading this table takes too long. Download it to look at it.",
            {}, {}};
    if (error.kind == ErrorKind::NotFound)
        return {ErrorKind::Unavailable, "table.program",
            "The program that reads tables, atelier-tables, is missing. Type packaging/run in Atelier's "
            "folder: it "
            "builds it.",
            {}, {}};
    return error;
}

Error errorOf(const Captured &captured)
{
    const auto json = parseJson(captured.output);
    if (json && json->is_object() && json->contains("errors") && !json->at("errors").empty())
        return errorFromJson(json->at("errors").front());
    return {ErrorKind::Invalid, "table.crash",
        "Reading this file failed: it is damaged in a way that the library for tables does not survive.", {},
        {}};
}

} // namespace

StopSignal::StopSignal()
    : m_event(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{
}

void StopSignal::raise() const
{
    static_cast<void>(eventfd_write(m_event.number(), 1));
}

bool StopSignal::isRaised() const
{
    pollfd event{m_event.number(), POLLIN, 0};
    return poll(&event, 1, 0) > 0;
}

SpawnRequest TableReader::requestFor(
    const Descriptor &file, const std::string &name, const TablePart &part) const
{
    SpawnRequest request;
    request.arguments = {m_settings.program.string(), "--library", m_settings.library.string(), "--name",
        name, "--offset", std::to_string(part.offset), "--limit", std::to_string(part.limit),
        "--first-column", std::to_string(part.firstColumn), "--columns", std::to_string(part.columns)};
    if (part.wantsProfile)
        request.arguments.emplace_back("--profile");
    const std::pair<const char *, const std::string &> texts[]
        = {{"--filter", part.filter}, {"--sort", part.sort}, {"--names", part.names}};
    for (const auto &[option, text] : texts)
        if (!text.empty())
            request.arguments.insert(request.arguments.end(), {option, text});
    request.environment = std::vector<std::string>{};
    request.descriptors = {{file.number(), STDIN_FILENO}};
    return request;
}

Result<std::string> TableReader::read(
    const Descriptor &file, const std::string &name, const TablePart &part, const StopSignal &stop) const
{
    SpawnRequest request = requestFor(file, name, part);
    auto captured = runAndCapture(std::move(request), m_settings.timeout, longestAnswer, stop.descriptor());
    if (!captured)
        return explained(captured.error(), part);
    if (!captured->status.isSuccess())
        return errorOf(*captured);
    if (captured->isTruncated)
        return Error{ErrorKind::TooLarge, "table.page",
            "This page is too large. Ask for fewer rows or columns.", {}, {}};
    return std::move(captured->output);
}

Result<void> TableReader::save(const Descriptor &file, const std::string &name, const TablePart &part,
    const Target &target, const StopSignal &stop) const
{
    constexpr int csvFile = 3;
    SpawnRequest request = requestFor(file, name, part);
    request.arguments.insert(request.arguments.end(), {"--csv", "--spill", target.spill.string()});
    request.descriptors.emplace_back(target.csv.number(), csvFile);
    const auto captured
        = runAndCapture(std::move(request), m_settings.savingTimeout, longestAnswer, stop.descriptor());
    if (!captured && captured.error().code == "process.timeout")
        return Error{ErrorKind::Busy, "table.slow",
            "Saving these rows takes too long. Choose fewer rows or columns.", {}, {}};
    if (!captured)
        return explained(captured.error(), part);
    return captured->status.isSuccess() ? Result<void>() : Result<void>(errorOf(*captured));
}

} // namespace atelier
