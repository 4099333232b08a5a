#include "core/document/Problems.h"

namespace atelier {

namespace {

constexpr std::size_t most = 100; // nobody reads more at once, and a hostile document could make millions

} // namespace

void Problems::error(
    std::string code, const std::string &path, std::string sentence, ErrorArguments arguments, Aim aim)
{
    if (m_errors.size() >= most) {
        ++m_untold;
        return;
    }
    m_errors.push_back({ErrorKind::Invalid, std::move(code), std::move(sentence), std::move(arguments),
        locate(*m_root, path, aim)});
}

void Problems::warning(
    std::string code, const std::string &path, std::string sentence, ErrorArguments arguments, Aim aim)
{
    if (m_warnings.size() < most)
        m_warnings.push_back({ErrorKind::Invalid, std::move(code), std::move(sentence), std::move(arguments),
            locate(*m_root, path, aim)});
}

void Problems::add(Error error)
{
    if (m_errors.size() < most)
        m_errors.push_back(std::move(error));
    else
        ++m_untold;
}

void Problems::addWarnings(std::vector<Error> warnings)
{
    for (Error &warning : warnings)
        if (m_warnings.size() < most)
            m_warnings.push_back(std::move(warning));
}

std::vector<Error> Problems::takeErrors()
{
    if (m_untold > 0)
        m_errors.push_back({ErrorKind::Invalid, "document.more-errors",
            "There are " + std::to_string(m_untold) + " more errors: correct these first.",
            {{"count", std::to_string(m_untold)}}, locate(*m_root, "")});
    m_untold = 0;
    return std::move(m_errors);
}

} // namespace atelier
